import { Link } from "@fluentui/react/lib/Link";
import { useEffect, useRef, useState } from "react";
import type { Passphrase } from "../../password/passphrase.ts";
import { handover } from "../../texts/nl/handover.ts";
import { run } from "../parts/run.ts";
import { copyText } from "./copy-text.ts";

/**
 * An extra for who types the words in a chat or a text message. Where the clipboard is closed to add-ins (Outlook on the
 * web), the words stand in a field, selected, for the person's own copy command.
 */
export function CopyWords({ password }: { readonly password: Passphrase }) {
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<"copied" | "closed" | null>(null);
  const copy = async (): Promise<void> => {
    setOutcome((await copyText(password)) ? "copied" : "closed");
    field.current?.select(); // Where it stands already; the first time the effect does it.
  };
  useEffect(() => {
    if (outcome !== "closed") return;
    field.current?.focus();
    field.current?.select();
  }, [outcome]);
  return (
    <div className="copy">
      <Link as="button" onClick={() => run(copy())}>
        {handover.copy}
      </Link>
      <p role="status">{outcome === null ? "" : handover.copied[outcome]}</p>
      {outcome === "closed" ? (
        <input
          ref={field}
          className="words-to-copy"
          readOnly
          autoComplete="off"
          spellCheck={false}
          aria-label={handover.copyField}
          value={password}
        />
      ) : null}
    </div>
  );
}
