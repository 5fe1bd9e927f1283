import { Link } from "@fluentui/react/lib/Link";
import type { Recipient } from "../../domain/protocol.ts";
import { handover } from "../../texts/nl/handover.ts";

/** A chat with the address of the directory; the words are typed there, and never in the link. */
export function OtherWays({ recipient: { name, teams } }: { readonly recipient: Recipient }) {
  if (teams === null) return null;
  return (
    <section className="section">
      <h2>{handover.otherTitle}</h2>
      <p>{handover.teamsHow(name)}</p>
      <Link href={teamsChat(teams)} target="_blank" rel="noopener noreferrer">
        {handover.teams(teams)}
      </Link>
    </section>
  );
}

/** Microsoft Teams, "Create deep links to chat": opens a chat with one person and sends nothing. */
function teamsChat(address: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(address)}`;
}
