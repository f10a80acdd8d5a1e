import { Component, type ReactNode } from 'react';
import type { Language } from '../../i18n';
import { Unavailable } from '../screens/Unavailable';

interface BoundaryProps {
  readonly language: Language;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly error: Error | null;
}

/** Catches what no screen foresaw: a message instead of a blank pane. The draft is in storage, not in what fell. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(thrown: unknown): BoundaryState {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Unavailable reason="crashed" language={this.props.language} detail={`${error.name}: ${error.message}`} />;
  }
}
