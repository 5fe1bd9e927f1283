import { cpus, totalmem } from "node:os";

/** The machine that the times are of, in one line. */
export function machineLine(): string {
  const [processor] = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(1);
  const model = processor?.model.trim() ?? "unknown processor";
  return `${model}, ${cpus().length} threads, ${memory} GiB, ${process.platform}, Node ${process.versions.node}`;
}
