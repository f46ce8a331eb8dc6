import { Chip } from '@/ui/chip';
import classes from './flow-page.module.css';
import type { FlowOutline } from './use-flow-outline';

/** The whole flow as a text: every step with when, who, what, checks, words and number. */
export function FlowText({ outline }: { outline: FlowOutline }) {
  return (
    <article className={classes.text} data-testid="flow-text">
      {outline.lead.map((line) => (
        <p key={line} className={classes.lead}>
          {line}
        </p>
      ))}
      {outline.steps.map((step) => (
        <section key={step.heading} className={classes.step}>
          <h2>
            {step.heading}{' '}
            {step.marks.map((mark) => (
              <Chip key={mark}>{mark}</Chip>
            ))}
          </h2>
          <p className={classes.facts}>{step.facts.join(' · ')}</p>
          <p>{step.action}</p>
          {step.parts.map((part) => (
            <div key={part.name}>
              <h3>{part.name}</h3>
              <ul>
                {part.lines.map((line) => (
                  <li key={`${line.label} ${line.text}`}>
                    <b>{line.label}</b>
                    {line.text && <span className={classes.words}>{line.text}</span>}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </article>
  );
}
