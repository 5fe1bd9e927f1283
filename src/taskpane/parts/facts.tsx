interface Props {
  readonly rows: readonly (readonly [label: string, value: string])[];
}

/** Labels with their values. */
export function Facts({ rows }: Props) {
  return (
    <dl className="facts">
      {rows.map(([label, value]) => (
        <div key={label} style={{ display: "contents" }}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
