import { Link } from "@fluentui/react/lib/Link";
import { handover } from "../../texts/nl/handover.ts";

interface Props {
  /** The recipient's name. */
  readonly name: string;
  /** The address under which Microsoft Teams finds it. */
  readonly address: string;
}

/** A chat with the address of the directory; the words are typed there, and never in the link. */
export function TeamsChat({ name, address }: Props) {
  return (
    <section className="section">
      <h2>{handover.teamsTitle}</h2>
      <p>{handover.teamsHow(name)}</p>
      <Link href={teamsChat(address)} target="_blank" rel="noopener noreferrer">
        {handover.teams(address)}
      </Link>
    </section>
  );
}

/** Microsoft Teams, "Create deep links to chat": opens a chat with one person and sends nothing. */
function teamsChat(address: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(address)}`;
}
