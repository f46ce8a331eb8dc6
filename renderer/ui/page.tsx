import { createContext, type ReactNode, useContext, useEffect } from 'react';
import classes from './page.module.css';

/** Told once a page is ready, with its handle; the shell measures the start with it. */
export const PageReadyContext = createContext<(testId: string) => void>(() => undefined);

type PageProps = {
  /** `page-<area>`: the root's stable handle. */
  testId: string;
  title: ReactNode;
  /** One sentence of state: "1 284 位成员，昨晚新增 36". */
  subtitle?: ReactNode;
  /** The primary action, on the right. */
  actions?: ReactNode;
  /** Filters, below the title. */
  filters?: ReactNode;
  /** True once what the page is for is on screen. */
  ready: boolean;
  /** The content takes exactly the height that is left and scrolls by itself (tables, the week). */
  fill?: boolean;
  children: ReactNode;
};

/** The frame of every page: title and state, the action, filters, content. */
export function Page(props: PageProps) {
  const { testId, title, subtitle, actions, filters, ready, fill = false, children } = props;
  const onReady = useContext(PageReadyContext);
  useEffect(() => {
    if (ready) onReady(testId);
  }, [ready, testId, onReady]);

  return (
    <section
      className={classes.page}
      data-testid={testId}
      data-ready={ready}
      data-fill={fill}
      aria-busy={!ready}
    >
      <header className={classes.header}>
        <div className={classes.titles}>
          <h1 className={classes.title}>{title}</h1>
          {subtitle !== undefined && <p className={classes.subtitle}>{subtitle}</p>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      {filters !== undefined && <div className={classes.filters}>{filters}</div>}
      <div className={classes.content}>{children}</div>
    </section>
  );
}
