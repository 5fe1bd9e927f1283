/**
 * `npm start [-- --directory real]`, after set-up and build: the stand-in Outlook on this computer, to play both sides by
 * hand, with invented recipients unless the real directory is asked for.
 */
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { DirectoryName } from "./outlook/hosted-directory.ts";
import { startOutlook } from "./outlook/server.ts";

/** The port that manifest.xml names. */
const DEFAULT_PORT = 3000;

const out = join(dirname(fileURLToPath(import.meta.url)), "..", "out", "start");
const port = Number(process.env["PORT"] ?? DEFAULT_PORT);

try {
  const directory = directoryAsked();
  const outlook = await startOutlook({ port, mailDir: join(out, "mail"), sampleMail: true, directory });
  const address = `${outlook.origin}/outlook/`;
  say(`Outlook (a stand-in on this computer) is ready: ${address}`);
  if (!outlook.trusted) {
    say(
      "The browser will warn, as the certificate was made on this computer just now: choose Advanced, then Continue.",
    );
  }
  say("Choose Nieuw bericht to refer a family; switch to the mailbox of the recipient at the top right to receive it.");
  say(
    directory === "demo"
      ? "The municipalities are invented; try the postcodes 9901 to 9907 and 1009. The real ones: npm start -- --directory real"
      : "This is the real directory. Send nothing about real people: nobody would get it.",
  );
  say(`Mail stays on this computer, in ${outlook.mailDir}. Ctrl+C stops.`);
  openBrowser(address);
  const stop = () => {
    outlook.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  if ("code" in error && error.code === "EADDRINUSE") {
    process.stderr.write(
      `Port ${port} is in use by another program. Stop that one, or take another port: PORT=3001 npm start\n`,
    );
  } else {
    process.stderr.write(`The stand-in Outlook could not start: ${error.message}\n`);
  }
  process.exitCode = 1;
}

function directoryAsked(): DirectoryName {
  const { values } = parseArgs({ options: { directory: { type: "string", default: "demo" } } });
  if (values.directory === "demo" || values.directory === "real") return values.directory;
  throw new Error(`--directory is "demo" or "real", not "${values.directory}"`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Opens the address where there is a desktop; where there is none the printed address must do. */
function openBrowser(address: string): void {
  const desktop = process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"];
  const [command, args] =
    process.platform === "darwin"
      ? ["open", [address]]
      : process.platform === "win32"
        ? ["cmd", ["/c", "start", "", address]]
        : desktop
          ? ["xdg-open", [address]]
          : [null, []];
  if (command === null || process.env["CI"]) return;
  const child = spawn(command, args, { stdio: "ignore", detached: true });
  child.on("error", () => undefined); // No opener: the printed address does.
  child.unref();
}
