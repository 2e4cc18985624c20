/** Rows of a small CSV text (RFC 4180) as objects. Text stays text: "NA" is Namibia. */
export function csvRows(text: string): Record<string, string>[];
