import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import {
  RegisterPasskeyInput,
  RenamePasskeyInput,
  SignInWithPasskeyInput,
  StartPasskeyInput,
} from './passkeys.inputs.ts';
import {
  RegisterPasskeyResult,
  RenamePasskeyResult,
  SignInWithPasskeyResult,
  StartPasskeyRegistrationResult,
  StartPasskeyResult,
} from './passkeys.type.ts';
import { registerPasskey } from './register-passkey.service.ts';
import { renamePasskey } from './rename-passkey.service.ts';
import { signInWithPasskey } from './sign-in-with-passkey.service.ts';
import { startPasskeyRegistration } from './start-passkey-registration.service.ts';
import { startPasskey } from './start-passkey.service.ts';
import { requireViewer } from './viewer.ts';

@Resolver()
export class PasskeysResolver {
  @Mutation(() => StartPasskeyResult, { description: 'Says what the browser is to ask a passkey for.' })
  async startPasskey(
    @Arg('input', () => StartPasskeyInput, { description: 'What it is wanted for.' }) input: StartPasskeyInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof StartPasskeyResult> {
    return startPasskey(context, input);
  }

  @Mutation(() => SignInWithPasskeyResult, { description: 'Signs in whoever the passkey belongs to.' })
  async signInWithPasskey(
    @Arg('input', () => SignInWithPasskeyInput, { description: 'Its proof.' }) input: SignInWithPasskeyInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignInWithPasskeyResult> {
    return signInWithPasskey(context, input);
  }

  @Mutation(() => StartPasskeyRegistrationResult, { description: 'Says what the browser is to make a passkey with.' })
  async startPasskeyRegistration(@Ctx() context: RequestContext): Promise<typeof StartPasskeyRegistrationResult> {
    return startPasskeyRegistration(context);
  }

  @Mutation(() => RegisterPasskeyResult, { description: 'Adds a passkey that the browser made.' })
  async registerPasskey(
    @Arg('input', () => RegisterPasskeyInput, { description: 'The passkey.' }) input: RegisterPasskeyInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RegisterPasskeyResult> {
    return registerPasskey(context, input);
  }

  @Mutation(() => RenamePasskeyResult, { description: 'Gives a passkey another name.' })
  async renamePasskey(
    @Arg('input', () => RenamePasskeyInput, { description: 'The passkey and the name.' }) input: RenamePasskeyInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RenamePasskeyResult> {
    return renamePasskey(context, requireViewer(context), input);
  }
}
