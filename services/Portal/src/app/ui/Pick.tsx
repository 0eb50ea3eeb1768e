import { slimBox } from './box';
import { Labelled } from './Labelled';

/** One of many, by the browser's own list: it works on every device and loads nothing. */
export function Pick({
  label,
  name,
  value,
  options,
  onChange,
}: {
  label: string;
  name?: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  return (
    <Labelled slim label={label} name={name}>
      {labels => (
        <select {...labels} value={value} onChange={event => onChange(event.target.value)} className={slimBox}>
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
