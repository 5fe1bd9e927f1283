import { useState } from "react";
import { type HostDetails, loadHostDetails } from "../../adapters/host-details.ts";
import { details } from "../../texts/nl/screens.ts";
import { VERSION } from "../version.ts";
import { Facts } from "./facts.tsx";
import { run } from "./run.ts";

/** What a help desk asks for; the host's library is loaded only when this is opened. */
export function TechnicalDetails() {
  const [host, setHost] = useState<HostDetails | null>(null);
  const load = (): void => {
    if (host === null) run(loadHostDetails().then(setHost));
  };
  return (
    <details className="details" onToggle={load}>
      <summary>{details.open}</summary>
      <Facts
        rows={[
          [details.version, VERSION],
          [details.host, host?.host ?? details.unknown],
          [details.platform, host?.platform ?? details.unknown],
        ]}
      />
    </details>
  );
}
