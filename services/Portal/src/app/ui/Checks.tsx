import type { ReactNode } from 'react';
import { CheckboxGroup } from 'react-aria-components';
import { useFieldError } from './fieldErrors';
import { Check, Explanation, FieldLabel, type Option, Wrong } from './fields';

/** Any of some. What the hub says of one entry (`roles[0]`) stands below all of them. */
export function Checks({
  name,
  label,
  explanation,
  options,
  value,
  onChange,
  isRequired = false,
  columns = false,
}: {
  name: string;
  label: ReactNode;
  explanation?: ReactNode;
  options: readonly Option[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  isRequired?: boolean;
  columns?: boolean;
}) {
  const own = useFieldError(name);
  const first = useFieldError(`${name}[0]`);
  const wrong = own ?? first;
  return (
    <CheckboxGroup
      validationBehavior="aria"
      isInvalid={wrong !== undefined}
      isRequired={isRequired}
      value={[...value]}
      onChange={onChange}
      className="flex flex-col gap-1.5"
    >
      <FieldLabel required={isRequired}>{label}</FieldLabel>
      {explanation ? <Explanation>{explanation}</Explanation> : null}
      <div className={columns ? 'grid grid-cols-1 sm:grid-cols-2 xl:grid-cols-3' : 'flex flex-col'}>
        {options.map(option => (
          <Check key={option.value} value={option.value} name={own ? name : `${name}[0]`}>
            {option.label}
            {option.explanation ? <span className="block text-sm text-solid-gray-700">{option.explanation}</span> : null}
          </Check>
        ))}
      </div>
      <Wrong said={wrong} />
    </CheckboxGroup>
  );
}
