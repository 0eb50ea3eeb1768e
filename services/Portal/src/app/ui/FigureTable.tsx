import type { ReactNode } from 'react';
import { useLanguage } from '../language';
import { number } from './time';

export interface FigureRow {
  key: string;
  /** What the figures are of. */
  name: ReactNode;
  figures: readonly number[];
}

/** A narrow table of figures, with their sums where they are asked for. */
export function FigureTable({ heads, rows, total }: { heads: readonly [string, ...string[]]; rows: readonly FigureRow[]; total?: string }) {
  const language = useLanguage();
  const [first, ...others] = heads;
  const cells = (figures: readonly number[]) =>
    others.map((head, place) => (
      <td key={head} className="py-1 text-end tabular-nums">
        {number(figures[place] ?? 0, language)}
      </td>
    ));
  return (
    <table className="w-full max-w-2xl">
      <thead>
        <tr className="border-b border-solid-gray-420">
          <th scope="col" className="py-1 text-start">
            {first}
          </th>
          {others.map(head => (
            <th key={head} scope="col" className="py-1 text-end">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.key} className="border-b border-solid-gray-200">
            <th scope="row" className="py-1 text-start font-normal tabular-nums">
              {row.name}
            </th>
            {cells(row.figures)}
          </tr>
        ))}
      </tbody>
      {total ? (
        <tfoot>
          <tr className="font-bold">
            <th scope="row" className="py-1 text-start">
              {total}
            </th>
            {cells(others.map((_, place) => rows.reduce((sum, row) => sum + (row.figures[place] ?? 0), 0)))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
