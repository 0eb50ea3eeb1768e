import type { ReactNode } from 'react';
import {
  Checkbox,
  type CheckboxProps,
  FieldError,
  Input,
  Label,
  Radio,
  RadioGroup,
  type RadioGroupProps,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from 'react-aria-components';
import { useTexts } from '../language';
import { texts } from '../texts';
import { useFieldError } from './fieldErrors';

/*
 * The name of a field is the JSON path of what it says (`title`, `indicators[0].value`): what the hub answers about that path is
 * shown at the field, within <HubForm problem={…}>.
 */

const box =
  'w-full rounded-lg border border-solid-gray-600 bg-white px-4 py-3 text-base hover:border-black data-invalid:border-red-900 data-disabled:bg-solid-gray-50 data-disabled:text-solid-gray-600';

export function FieldLabel({ children, required }: { children: ReactNode; required?: boolean | undefined }) {
  const t = useTexts(texts);
  return (
    <Label className="flex flex-wrap items-center gap-2 font-bold">
      {children}
      {required ? <span className="text-sm font-normal text-red-900">※{t('required')}</span> : null}
    </Label>
  );
}

export function Explanation({ children }: { children: ReactNode }) {
  return (
    <Text slot="description" className="text-sm text-solid-gray-700">
      {children}
    </Text>
  );
}

export function Wrong({ said }: { said: string | undefined }) {
  return <FieldError className="block text-base text-red-900 before:content-['＊']">{said}</FieldError>;
}

export interface TextInputProps extends Omit<TextFieldProps, 'className' | 'children'> {
  name: string;
  label: ReactNode;
  explanation?: ReactNode;
  /** More than one: a text of several lines. */
  rows?: number;
  placeholder?: string;
}

export function TextInput({ label, explanation, rows, placeholder, ...rest }: TextInputProps) {
  const wrong = useFieldError(rest.name);
  return (
    // what is missing is said by the hub as all else that is wrong: one voice, one place
    <TextField validationBehavior="aria" isInvalid={wrong !== undefined} {...rest} className="flex flex-col gap-1.5">
      <FieldLabel required={rest.isRequired}>{label}</FieldLabel>
      {explanation ? <Explanation>{explanation}</Explanation> : null}
      {rows ? (
        <TextArea rows={rows} placeholder={placeholder ?? ''} className={box} />
      ) : (
        <Input placeholder={placeholder ?? ''} className={box} />
      )}
      <Wrong said={wrong} />
    </TextField>
  );
}

export interface Option {
  value: string;
  label: ReactNode;
  explanation?: ReactNode;
}

export interface ChoiceProps extends Omit<RadioGroupProps, 'className' | 'children'> {
  name: string;
  label: ReactNode;
  explanation?: ReactNode;
  options: readonly Option[];
}

/** One of a few. */
export function Choice({ label, explanation, options, ...rest }: ChoiceProps) {
  const wrong = useFieldError(rest.name);
  return (
    <RadioGroup validationBehavior="aria" isInvalid={wrong !== undefined} {...rest} className="flex flex-col gap-1.5">
      <FieldLabel required={rest.isRequired}>{label}</FieldLabel>
      {explanation ? <Explanation>{explanation}</Explanation> : null}
      <div className="flex flex-col gap-1">
        {options.map(option => (
          <Radio
            key={option.value}
            value={option.value}
            className="group flex min-h-11 items-start gap-2 rounded-lg px-2 py-2 hover:bg-solid-gray-50"
          >
            <span
              aria-hidden="true"
              className="mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full border-2 border-solid-gray-600 bg-white group-data-selected:border-blue-900 group-data-selected:after:size-3 group-data-selected:after:rounded-full group-data-selected:after:bg-blue-900"
            />
            <span>
              {option.label}
              {option.explanation ? <span className="block text-sm text-solid-gray-700">{option.explanation}</span> : null}
            </span>
          </Radio>
        ))}
      </div>
      <Wrong said={wrong} />
    </RadioGroup>
  );
}

export function Check({
  children,
  className = '',
  ...rest
}: Omit<CheckboxProps, 'className' | 'children'> & { className?: string; children: ReactNode }) {
  return (
    <Checkbox {...rest} className={`group flex min-h-11 items-start gap-2 rounded-lg px-2 py-2 hover:bg-solid-gray-50 ${className}`}>
      <span
        aria-hidden="true"
        className="mt-0.5 flex size-6 shrink-0 items-center justify-center rounded border-2 border-solid-gray-600 bg-white text-white group-data-selected:border-blue-900 group-data-selected:bg-blue-900 group-data-selected:after:content-['✓']"
      />
      <span>{children}</span>
    </Checkbox>
  );
}
