import { Label } from "@fluentui/react/lib/Label";
import { OTHER_MUNICIPALITY } from "../../application/residence.ts";
import type { MunicipalityAt } from "../../directory/municipalities-at.ts";
import type { FieldIssue } from "../../domain/field-issue.ts";
import { municipalityText } from "../../texts/nl/client-form.ts";
import { clientLabel } from "../../texts/nl/fields.ts";
import { issueText } from "../../texts/nl/issues.ts";
import { controlId } from "./control-id.ts";
import { Why } from "./why.tsx";

interface Props {
  readonly value: string;
  /** What there is to choose from at the postcode. */
  readonly municipalities: readonly MunicipalityAt[];
  /** Whether a whole postcode stands there. */
  readonly hasPostcode: boolean;
  readonly issues: readonly FieldIssue[];
  readonly why: string;
  readonly onChange: (value: string) => void;
}

const ID = controlId("municipality");

/** The municipality is chosen and never typed: a slip of the keyboard must not decide where the data go (R1). */
export function MunicipalitySelect({ value, municipalities, hasPostcode, issues, why, onChange }: Props) {
  const issue = issues.find(({ field }) => field === "municipality");
  const count = municipalities.reduce((sum, { localities }) => sum + localities.length, 0);
  return (
    <div>
      <Label htmlFor={ID}>{clientLabel.municipality}</Label>
      <select
        id={ID}
        className="select"
        value={value}
        autoComplete="off"
        disabled={count === 0}
        aria-invalid={issue !== undefined}
        {...(issue === undefined ? {} : { "aria-describedby": `${ID}-wrong` })}
        onChange={({ target }) => onChange(target.value)}
      >
        {count === 1 ? null : <option value="">{emptyText(count, hasPostcode)}</option>}
        <Options municipalities={municipalities} />
        {count === 0 ? null : <option value={OTHER_MUNICIPALITY}>{municipalityText.other}</option>}
      </select>
      {issue === undefined ? null : (
        <span className="field-wrong" id={`${ID}-wrong`}>
          {issueText(issue)}
        </span>
      )}
      <Why label={clientLabel.municipality} answer={why} />
    </div>
  );
}

function emptyText(count: number, hasPostcode: boolean): string {
  if (count > 0) return municipalityText.choose;
  return hasPostcode ? municipalityText.none : municipalityText.postcodeFirst;
}

/** Grouped only where several municipalities share the postcode. */
function Options({ municipalities }: Pick<Props, "municipalities">) {
  const [first, ...others] = municipalities;
  if (first === undefined) return null;
  if (others.length === 0) return <Localities names={first.localities} />;
  return municipalities.map(({ municipality, localities }) => (
    <optgroup key={municipality} label={municipality}>
      <Localities names={localities} />
    </optgroup>
  ));
}

function Localities({ names }: { readonly names: readonly string[] }) {
  return names.map((name) => (
    <option key={name} value={name}>
      {name}
    </option>
  ));
}
