/** A step of a visit that waits for the network, exactly as it will be sent. */
export interface WaitingStep {
  /** Also its idempotency key: however often it is sent, it is taken once. */
  readonly key: string;
  readonly name: string;
  readonly bookingId: string;
  /** Whose step it is; nobody else's session sends it. */
  readonly owner: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly at: string;
}

/** A step that was sent late and refused. */
export interface RefusedStep {
  readonly step: WaitingStep;
  readonly message: string;
}

/** What came of sending a step: it was answered, or did not get through. */
export type SendOutcome = { readonly refused: string | null } | 'unreachable';

/** A place that outlives the page, such as `localStorage`. */
export type KeptText = Pick<Storage, 'getItem' | 'setItem'>;

const PLACE = 'doorstep.visit-steps';

function isStep(value: unknown): value is WaitingStep {
  const step = value as Partial<WaitingStep> | null;
  return [step?.key, step?.name, step?.bookingId, step?.owner, step?.at].every((field) => typeof field === 'string');
}

/**
 * Steps taken while the network is down, kept on this device in the order in which they were taken. Each is sent until it is
 * answered, one after the other, and then forgotten.
 */
export class StepQueue {
  readonly #kept: KeptText;
  readonly #send: (step: WaitingStep) => Promise<SendOutcome>;
  readonly #changed: (steps: readonly WaitingStep[]) => void;
  #isSending = false;

  constructor(
    kept: KeptText,
    send: (step: WaitingStep) => Promise<SendOutcome>,
    changed: (steps: readonly WaitingStep[]) => void,
  ) {
    this.#kept = kept;
    this.#send = send;
    this.#changed = changed;
  }

  get steps(): WaitingStep[] {
    try {
      const read = JSON.parse(this.#kept.getItem(PLACE) ?? '[]') as unknown;
      return Array.isArray(read) ? read.filter(isStep) : [];
    } catch {
      return [];
    }
  }

  add(step: WaitingStep): void {
    this.#write([...this.steps, step]);
  }

  /** Sends what waits and belongs to `owner`, first to last, until one does not get through. Returns what was refused. */
  async flush(owner: string): Promise<RefusedStep[]> {
    const refused: RefusedStep[] = [];
    if (this.#isSending) return refused;
    this.#isSending = true;
    try {
      for (;;) {
        const step = this.steps.find((waiting) => waiting.owner === owner);
        if (step === undefined) return refused;
        const outcome = await this.#send(step);
        if (outcome === 'unreachable') return refused;
        this.#write(this.steps.filter(({ key }) => key !== step.key));
        if (outcome.refused !== null) refused.push({ step, message: outcome.refused });
      }
    } finally {
      this.#isSending = false;
    }
  }

  #write(steps: readonly WaitingStep[]): void {
    this.#kept.setItem(PLACE, JSON.stringify(steps));
    this.#changed(steps);
  }
}
