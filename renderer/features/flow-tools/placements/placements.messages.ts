import { defineMessages } from '@/app/i18n/messages';

/** Step 2: where the way in is shown. */
export const placementsMessages = defineMessages('flowPlacements', {
  zh: {
    placements: '七个位置',
  },
  en: {
    placements: 'The seven places',
  },
});
