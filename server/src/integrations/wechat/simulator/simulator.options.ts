import type { Role } from '@guihu/shared';
import type { MessageTemplate } from '../template-catalogue';

/** A person of the cast: one WeChat user with one phone. */
export interface Persona {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  /** E.164. */
  readonly phone: string;
  /** Whether this person follows the official account when the story begins. */
  readonly follows: boolean;
}

export interface SimulatedApp {
  readonly appid: string;
  readonly secret: string;
}

export interface SimulatedAccount extends SimulatedApp {
  /** Signs callbacks. */
  readonly token: string;
  /** The 43-character EncodingAESKey; with it callbacks travel in secure mode. */
  readonly aesKey: string;
}

/** Asked for at each delivery when it is a function, for applications that learn their port only after they listen. */
export type CallbackUrl = string | null | (() => string | null);

export interface SimulatorOptions {
  readonly now: () => Date;
  readonly callbackUrls: { readonly officialAccount: CallbackUrl; readonly miniProgram: CallbackUrl };
  readonly apps: { readonly mp: SimulatedApp & Partial<SimulatedAccount>; readonly oa: SimulatedAccount };
  readonly personas: readonly Persona[];
  readonly templates: readonly MessageTemplate[];
  /** Where inboxes, follows, credits and added people are kept over a restart. Without it they live as long as the process. */
  readonly statePath?: string;
  /** Released mini-program pages; when given, links to any other page are refused as WeChat does. */
  readonly pages?: readonly string[];
  /** WeChat's own figures by default: 5 s for an answer, a short pause before the next of three tries. */
  readonly callbackTimeoutMs?: number;
  readonly callbackPauseMs?: number;
  /** Daily limits; WeChat's own by default. */
  readonly quotas?: { readonly tokensPerDay?: number; readonly templateSendsPerDay?: number };
  /** Behaviour seen in the field but not promised by anybody. */
  readonly quirks?: { readonly zeroMsgIdWithClientMsgId?: boolean };
  /** Told about what a person should know, such as a callback address that does not answer. */
  readonly onProblem?: (sentence: string) => void;
}
