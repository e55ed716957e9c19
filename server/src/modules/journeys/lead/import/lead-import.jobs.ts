export const LEAD_IMPORT = 'lead.import';

export const importSubject = (importId: string): string => `lead-import:${importId}`;
