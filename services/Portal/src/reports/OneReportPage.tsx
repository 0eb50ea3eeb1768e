export function OneReportPage() {
  return null;
}
