import { DefaultButton } from "@fluentui/react/lib/Button";
import { useState } from "react";
import { loadQr, type QrModules } from "../../adapters/qr.ts";
import type { HandOverSubject } from "../../application/hand-over-step.ts";
import type { IsoDate } from "../../domain/iso-date.ts";
import type { CheckedNumber } from "../../domain/protocol.ts";
import type { Passphrase } from "../../password/passphrase.ts";
import { handover, smsText } from "../../texts/nl/handover.ts";
import { inTime } from "../in-time.ts";
import { run } from "../parts/run.ts";
import { CheckedOn } from "./checked-on.tsx";
import { QrCode } from "./qr-code.tsx";

interface Props {
  readonly subject: HandOverSubject;
  readonly mobile: CheckedNumber;
  readonly password: Passphrase;
  readonly today: IsoDate;
  readonly displayPhone: (e164: string) => string;
}

/**
 * The words in a text message that the sender's own phone sends: a QR code, made when asked for, that opens the message
 * there. Nothing of it goes over the network, and there is no link that a history could keep.
 */
export function TextMessage({ subject, mobile, password, today, displayPhone }: Props) {
  const [shown, setShown] = useState<QrModules | "failed" | null>(null);
  const show = async (): Promise<void> => {
    try {
      const draw = await inTime(loadQr());
      // What phones' cameras read as a message to be sent (ZXing, "Barcode Contents").
      setShown(draw(`SMSTO:${mobile.number}:${smsText(subject.entry.reference, password)}`));
    } catch {
      // The library's file did not come; the screen says so and the button tries again.
      setShown("failed");
    }
  };
  const code = shown === "failed" ? null : shown;
  return (
    <section className="section">
      <h2>{handover.smsTitle}</h2>
      <p>{handover.smsHow(displayPhone(mobile.number))}</p>
      <CheckedOn number={mobile} today={today} />
      <div role="alert">{shown === "failed" ? <p className="note problem">{handover.smsFailed}</p> : null}</div>
      <div className="buttons">
        <DefaultButton aria-expanded={code !== null} onClick={() => (code === null ? run(show()) : setShown(null))}>
          {code === null ? handover.smsShow : handover.smsHide}
        </DefaultButton>
      </div>
      {code === null ? null : (
        <>
          <QrCode modules={code} label={handover.smsCode} />
          <p>{handover.smsScan}</p>
        </>
      )}
    </section>
  );
}
