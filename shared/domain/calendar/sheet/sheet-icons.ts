import type { ContentForm } from '../content.schema';
import type { Slot } from '../slots';

/** Drawn, not typed: emoji differ between machines and vanish in black and white. */
const icon = (body: string) =>
  `<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${body}</svg>`;

export const SLOT_ICONS: Record<Slot, string> = {
  morning: icon('<path d="M3 18h18M6 14a6 6 0 0 1 12 0M12 3v2M4 7l1.5 1.5M20 7l-1.5 1.5"/>'),
  noon: icon(
    '<circle cx="12" cy="12" r="4"/><path d="M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5"/>',
  ),
  evening: icon('<path d="M3 18h18M6 14a6 6 0 0 1 12 0M3 22h18M12 4v4M10 6l2 2 2-2"/>'),
  night: icon('<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"/>'),
};

export const FORM_ICONS: Record<ContentForm, string> = {
  article: icon('<path d="M4 5h16v14H4zM8 9h8M8 13h8M8 16h5"/>'),
  video: icon('<path d="M3 6h12v12H3zM15 10l6-3v10l-6-3"/>'),
  live: icon(
    '<circle cx="12" cy="12" r="2"/><path d="M8 8a6 6 0 0 0 0 8M16 8a6 6 0 0 1 0 8M5 5a10 10 0 0 0 0 14M19 5a10 10 0 0 1 0 14"/>',
  ),
  relay: icon('<path d="M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01"/>'),
  topic: icon('<path d="M4 4h16v12H9l-5 4zM8 9h8M8 12h5"/>'),
};
