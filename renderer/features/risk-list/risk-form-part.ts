import { deferred } from '@/ui/deferred';

/** The form with its calendar comes to those who open it. */
export const RiskForm = deferred(async () => (await import('./risk-form')).RiskForm).Part;
