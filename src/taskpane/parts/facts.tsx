import type { ReactNode } from "react";

interface Props {
  readonly rows: readonly (readonly [label: string, value: string])[];
}

/** Labels with their values; an address breaks after its `@` before it breaks in a word. */
export function Facts({ rows }: Props) {
  return (
    <dl className="facts">
      {rows.map(([label, value]) => (
        <div key={label} style={{ display: "contents" }}>
          <dt>{label}</dt>
          <dd>{breakable(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function breakable(value: string): ReactNode {
  const [first, ...rest] = value.split("@");
  return rest.length === 0 ? (
    value
  ) : (
    <>
      {first}@<wbr />
      {rest.join("@")}
    </>
  );
}
