import { spawn } from "node:child_process";

/** Milliseconds from starting a program to its end. Rejects when it does not end well. */
export function benchProcess(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, args, { stdio: "ignore" });
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve(performance.now() - started);
      else reject(new Error(`${program} ended with ${code}`));
    });
  });
}
