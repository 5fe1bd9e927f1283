import { Link } from "@fluentui/react/lib/Link";
import { useState } from "react";
import { type HostDetails, loadHostDetails } from "../../adapters/host-details.ts";
import { details } from "../../texts/nl/screens.ts";
import { VERSION } from "../version.ts";
import { Facts } from "./facts.tsx";
import { run } from "./run.ts";

/** What a help desk asks for; the host's library is loaded only when this is opened. */
export function TechnicalDetails() {
  const [host, setHost] = useState<HostDetails | null>(null);
  return (
    <footer className="details">
      {host === null ? (
        <Link as="button" onClick={() => run(loadHostDetails().then(setHost))}>
          {details.open}
        </Link>
      ) : (
        <Facts
          rows={[
            [details.version, VERSION],
            [details.host, host.host ?? details.unknown],
            [details.platform, host.platform ?? details.unknown],
          ]}
        />
      )}
    </footer>
  );
}
