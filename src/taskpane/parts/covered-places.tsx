import { useState } from "react";
import { coveredText } from "../../texts/nl/recipient.ts";

/** More names than this make a sentence that nobody reads. */
const MOST_IN_A_SENTENCE = 8;

/** Which municipalities have a protocol; counted once, when it is first shown, because there may be hundreds. */
export function CoveredPlaces({ covered }: { readonly covered: () => readonly string[] }) {
  const [names] = useState(covered);
  if (names.length === 0) return <p>{coveredText.none}</p>;
  if (names.length <= MOST_IN_A_SENTENCE) return <p>{coveredText.few(names)}</p>;
  return (
    <>
      <p>{coveredText.many}</p>
      <details className="covered">
        <summary>{coveredText.show(names.length)}</summary>
        <ul>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
