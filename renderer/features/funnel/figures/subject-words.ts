import type { Format } from '@/ui/format';

/** Whoever the records name, as they name them; a phone is one, and covered by the privacy mask. */
export const subjectWords =
  (format: Format) =>
  (subject: string): string =>
    /^\+?\d{11,15}$/.test(subject) ? format.phone(subject) : subject;
