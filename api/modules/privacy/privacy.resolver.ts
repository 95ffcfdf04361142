import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { Viewer, requireViewer } from '../accounts/index.ts';
import { AccountErasure } from './account-erasure.entity.ts';
import { cancelErasure } from './cancel-erasure.service.ts';
import { DataExportPart } from './data-export-part.entity.ts';
import { DATA_EXPORT_SOURCE } from './data-export-source.ts';
import { DataExport } from './data-export.entity.ts';
import { eraseMyAccount } from './erase-my-account.service.ts';
import { previewErasure } from './erasure-preview.ts';
import { exportMyData } from './export-my-data.service.ts';
import { EraseMyAccountInput } from './privacy.inputs.ts';
import { CancelErasureResult, EraseMyAccountResult, ErasurePreview, ExportMyDataResult } from './privacy.type.ts';

const EXPORTS_SHOWN = 10;
const ADDRESS_MINUTES = 15;

@Resolver()
export class PrivacyResolver {
  @Query(() => [DataExport], { description: 'Your exports, newest first.' })
  async myDataExports(@Ctx() context: RequestContext): Promise<DataExport[]> {
    return context.em.find(
      DataExport,
      { account: requireViewer(context).accountId },
      { orderBy: { requestedAt: 'desc', id: 'desc' }, limit: EXPORTS_SHOWN, disableIdentityMap: true },
    );
  }

  @Query(() => ErasurePreview, { description: 'What erasing your account would do, and what stands in the way.' })
  async erasurePreview(@Ctx() context: RequestContext): Promise<ErasurePreview> {
    return previewErasure(context, requireViewer(context));
  }

  @Mutation(() => ExportMyDataResult, {
    description: 'Begins a copy of all that is held about you. One at a time, three a day.',
  })
  async exportMyData(@Ctx() context: RequestContext): Promise<typeof ExportMyDataResult> {
    return exportMyData(context, requireViewer(context));
  }

  @Mutation(() => EraseMyAccountResult, {
    description: 'Has your account erased in seven days and signs you out everywhere.',
  })
  async eraseMyAccount(
    @Arg('input', () => EraseMyAccountInput, { description: 'Password and words.' }) input: EraseMyAccountInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof EraseMyAccountResult> {
    return eraseMyAccount(context, requireViewer(context), input);
  }

  @Mutation(() => CancelErasureResult, { description: 'Takes the erasure of your account back.' })
  async cancelErasure(@Ctx() context: RequestContext): Promise<typeof CancelErasureResult> {
    return cancelErasure(context, requireViewer(context));
  }
}

@Resolver(() => DataExport)
export class DataExportResolver {
  @FieldResolver(() => [DataExportPart], { description: 'Its zip files; none before it is ready.' })
  async parts(@Root() row: DataExport, @Ctx() context: RequestContext): Promise<DataExportPart[]> {
    return context.loaders.list(DataExportPart, 'export', row.id, { number: 'asc' });
  }
}

@Resolver(() => DataExportPart)
export class DataExportPartResolver {
  @FieldResolver(() => String, {
    description: 'Address of the file, on this site. It works for 15 minutes, and for nobody but you.',
  })
  url(@Root() part: DataExportPart, @Ctx() context: RequestContext): string {
    return context.files.signReadUrl({
      source: DATA_EXPORT_SOURCE,
      id: part.id,
      accountId: requireViewer(context).accountId,
      expiresAt: new Date(context.clock.now().getTime() + ADDRESS_MINUTES * 60_000),
    });
  }
}

@Resolver(() => Viewer)
export class ViewerErasureResolver {
  @FieldResolver(() => AccountErasure, {
    nullable: true,
    description: 'Their wish to have the account erased; null unless it waits.',
  })
  async erasure(@Root() viewer: Viewer, @Ctx() context: RequestContext): Promise<AccountErasure | null> {
    return context.em.findOne(
      AccountErasure,
      { accountId: viewer.id, cancelledAt: null, erasedAt: null },
      { disableIdentityMap: true },
    );
  }
}
