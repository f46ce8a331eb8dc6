import { Component, type ReactNode } from 'react';
import { PageBroken } from './page-broken';

type State = { error: Error | undefined };

/** Keeps a fault inside one page: the rest of the console goes on. React reports it to the sink. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <PageBroken error={error} onRetry={() => this.setState({ error: undefined })} />;
  }
}
