/** The button belongs in a list's head; the card on the import's page, below or beside the history. */
export { ExportButton } from './export-button';
export { ExportCard } from './export-card';
