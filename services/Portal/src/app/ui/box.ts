/** The browser's own field in a filter or a line of fields. */
export const slimBox = 'min-h-11 w-full rounded-lg border border-solid-gray-600 bg-white px-3 py-2 hover:border-black';
