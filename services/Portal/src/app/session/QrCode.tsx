import { useMemo } from 'react';

/** Draws the QR code that the hub sends as an SVG document. Only its dark squares are taken: markup from elsewhere is never put into the page. */
export function QrCode({ svg, label }: { svg: string; label: string }) {
  const { size, dark } = useMemo(() => squares(svg), [svg]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      className="my-4 size-56 max-w-full border border-solid-gray-300 bg-white"
      shapeRendering="crispEdges"
    >
      <path d={dark} fill="#000" />
    </svg>
  );
}

function squares(svg: string): { size: number; dark: string } {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const viewBox = document
    .getAttribute('viewBox')
    ?.split(/[\s,]+/)
    .map(Number);
  const size = viewBox?.[2] ?? Number(document.getAttribute('width')) ?? 0;
  const parts = [...document.querySelectorAll('rect')].flatMap(rect => {
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(name => Number(rect.getAttribute(name) ?? 0)) as [
      number,
      number,
      number,
      number,
    ];
    const fill = rect.getAttribute('fill')?.toLowerCase();
    return fill && /^(#000(000)?|black)$/.test(fill) ? [`M${x} ${y}h${width}v${height}h${-width}z`] : [];
  });
  const paths = [...document.querySelectorAll('path')].map(path => path.getAttribute('d') ?? '');
  return { size, dark: [...parts, ...paths].join('') };
}
