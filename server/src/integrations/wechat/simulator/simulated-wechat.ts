import { CallbackDelivery } from './callback-delivery';
import { Credits } from './credits';
import { Faults } from './faults';
import { Inboxes } from './inboxes';
import { OneTimeCodes } from './one-time-codes';
import { People, type SavedPeople } from './people';
import { Sending } from './sending';
import type { SimulatorOptions } from './simulator.options';
import { StateFile } from './state-file';
import { SimulatedTokens } from './tokens';

/** What outlives a restart. Tokens and codes do not: the application must live with losing them anyway. */
interface SavedState {
  readonly people: SavedPeople;
  readonly inboxes: ReturnType<Inboxes['save']>;
  readonly credits: Record<string, number>;
}

/** The whole simulated platform without its HTTP door. */
export class SimulatedWechat {
  readonly people: People;
  readonly tokens: SimulatedTokens;
  readonly codes: OneTimeCodes;
  readonly inboxes = new Inboxes();
  readonly credits = new Credits();
  readonly faults = new Faults();
  readonly callbacks: CallbackDelivery;
  readonly sending: Sending;
  private readonly file: StateFile<SavedState>;

  constructor(readonly options: SimulatorOptions) {
    this.people = new People(options.now, options.personas);
    this.tokens = new SimulatedTokens(options.now, [options.apps.mp, options.apps.oa], options.quotas?.tokensPerDay);
    this.codes = new OneTimeCodes(options.now);
    this.callbacks = new CallbackDelivery(options);
    this.sending = new Sending(options, this.people, this.inboxes, this.credits, this.callbacks);
    this.file = new StateFile(
      options.statePath,
      () => ({ people: this.people.save(), inboxes: this.inboxes.save(), credits: this.credits.save() }),
      (sentence) => options.onProblem?.(sentence),
    );
    const kept = this.file.load();
    if (!kept) return;
    this.people.restore(kept.people);
    this.inboxes.restore(kept.inboxes);
    this.credits.restore(kept.credits);
  }

  /** To be called after anything that should outlive a restart. */
  changed(): void {
    this.file.touch();
  }

  async close(): Promise<void> {
    this.callbacks.stop();
    await this.callbacks.idle();
    await this.file.close();
  }
}
