import { DefaultButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { useEffect, useState } from "react";
import type { HandOverRegister } from "../../application/hand-over-register.ts";
import { handedOver } from "../../texts/nl/register.ts";
import { run } from "../parts/run.ts";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import { useStore } from "../parts/use-store.ts";
import { registerCsv } from "./register-csv.ts";

const NOTE = "register-note";

/** What the register could not keep, and what had to leave it: nothing goes without a word (R12). */
export function RegisterNote({ register }: { readonly register: HandOverRegister }) {
  const { kept, left } = useStore(register);
  const csv = left.length === 0 ? null : registerCsv(left);
  const stillOpen = left.filter(({ handOver }) => handOver === null).length;
  const file = useFile(csv);
  useFocusKept(NOTE, kept);
  const [failed, setFailed] = useState(false);
  if (kept === "no" && !failed) setFailed(true);
  return (
    <>
      <div role="status" id={NOTE} tabIndex={-1}>
        {kept === "saving" ? <p>{handedOver.saving}</p> : null}
        {kept === "yes" && failed ? <p>{handedOver.savedAfterAll}</p> : null}
        {kept === "no" ? <p className="note problem">{handedOver.notSaved}</p> : null}
        {csv === null ? null : (
          <p className="note problem">
            {handedOver.left(left.length)}
            {stillOpen === 0 ? "" : ` ${handedOver.leftOpen(stillOpen)}`}
          </p>
        )}
      </div>
      {kept === "no" ? <DefaultButton onClick={() => run(register.retry())}>{handedOver.retry}</DefaultButton> : null}
      {csv === null || file === null ? null : (
        <>
          <Link href={file} download="register.csv">
            {handedOver.leftFile}
          </Link>
          <details className="how">
            <summary>{handedOver.leftShow}</summary>
            <textarea className="rows" readOnly rows={6} aria-label={handedOver.leftShow} value={csv} />
          </details>
        </>
      )}
    </>
  );
}

/** An address of the page's own for the text, as long as it is shown; the byte order mark is for Excel. */
function useFile(text: string | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (text === null) return;
    const made = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  return address;
}
