import type { ReactNode } from 'react';
import { useMessages } from '../i18n/messages';
import { navMessages } from '../i18n/nav.messages';
import { BrandMark } from '../shell/brand-mark';
import classes from './startup-sheet.module.css';

type StartupSheetProps = { testId: string; title: string; text: string; children: ReactNode };

/** One quiet sheet instead of the console: what happened, what is safe, what to do. */
export function StartupSheet({ testId, title, text, children }: StartupSheetProps) {
  const words = useMessages(navMessages);
  return (
    <main className={classes.room} data-testid={testId}>
      <section className={classes.sheet}>
        <div className={classes.brand}>
          <BrandMark />
          {words('brand')}
        </div>
        <h1>{title}</h1>
        <p>{text}</p>
        {children}
      </section>
    </main>
  );
}
