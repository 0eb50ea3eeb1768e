/** A fax sheet in its parts. */
export interface FaxSheet {
  /** As it stands at top and bottom: TLP:AMBER, with the mark of a drill. */
  label: string;
  /** Number and version. */
  title: string;
  /** All that stands between. */
  html: string;
}

/** Takes the hub's page apart: label and title are the Portal's to show. */
export function sheetOf(page: Document): FaxSheet {
  const labels = [...page.querySelectorAll('.label')];
  const heading = page.querySelector('h1');
  const [label, title] = [labels[0]?.textContent ?? '', heading?.textContent ?? ''];
  for (const part of [...labels, heading]) part?.remove();
  return { label, title, html: page.body.innerHTML };
}
