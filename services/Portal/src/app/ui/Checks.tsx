import type { ReactNode } from 'react';
import { CheckboxGroup } from 'react-aria-components';
import { useFieldError } from './fieldErrors';
import { Check, Explanation, FieldLabel, type Option, Wrong } from './fields';

/** Any number of a few. */
export function Checks({
  name,
  label,
  explanation,
  options,
  value,
  onChange,
  columns = false,
  isRequired = false,
}: {
  name: string;
  label: ReactNode;
  explanation?: ReactNode;
  options: readonly Option[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  columns?: boolean;
  isRequired?: boolean;
}) {
  const wrong = useFieldError(name);
  return (
    <CheckboxGroup
      name={name}
      value={[...value]}
      onChange={onChange}
      isRequired={isRequired}
      validationBehavior="aria"
      isInvalid={wrong !== undefined}
      className="flex flex-col gap-1.5"
    >
      <FieldLabel required={isRequired}>{label}</FieldLabel>
      {explanation ? <Explanation>{explanation}</Explanation> : null}
      <div className={columns ? 'grid grid-cols-1 gap-1 sm:grid-cols-2' : 'flex flex-col gap-1'}>
        {options.map(option => (
          <Check key={option.value} value={option.value}>
            {option.label}
            {option.explanation ? <span className="block text-sm text-solid-gray-700">{option.explanation}</span> : null}
          </Check>
        ))}
      </div>
      <Wrong said={wrong} />
    </CheckboxGroup>
  );
}
