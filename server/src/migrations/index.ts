import { CreatePlatform1764000000001 } from './1764000000001-create-platform';
import { CreateRegisters1764000000002 } from './1764000000002-create-registers';
import { CreateLeads1764000000003 } from './1764000000003-create-leads';
import { CreateEchoes1764000000004 } from './1764000000004-create-echoes';
import { CreateUploads1764000000005 } from './1764000000005-create-uploads';
import { CreateHomes1764000000006 } from './1764000000006-create-homes';
import { CreateWorkOrders1764000000007 } from './1764000000007-create-work-orders';
import { CreateLiveCodes1764000000008 } from './1764000000008-create-live-codes';
import { CreateViewings1764000000009 } from './1764000000009-create-viewings';
import { CreateReferrals1764000000010 } from './1764000000010-create-referrals';
import { CreateRewards1764000000011 } from './1764000000011-create-rewards';
import { CountLines1764000000012 } from './1764000000012-count-lines';
import { CreateRealNames1764000000013 } from './1764000000013-create-real-names';
import { KeyDeals1764000000014 } from './1764000000014-key-deals';
import { CreateStories1764000000015 } from './1764000000015-create-stories';
import { CreateExtras1764000000016 } from './1764000000016-create-extras';
import { CreateSiteRotas1764000000017 } from './1764000000017-create-site-rotas';
import { AddViewingTours1764000000018 } from './1764000000018-add-viewing-tours';
import { CreateCustomerMerges1764000000019 } from './1764000000019-create-customer-merges';

/** In the order in which they run. */
export const migrations = [
  CreatePlatform1764000000001,
  CreateRegisters1764000000002,
  CreateLeads1764000000003,
  CreateEchoes1764000000004,
  CreateUploads1764000000005,
  CreateHomes1764000000006,
  CreateWorkOrders1764000000007,
  CreateLiveCodes1764000000008,
  CreateViewings1764000000009,
  CreateReferrals1764000000010,
  CreateRewards1764000000011,
  CountLines1764000000012,
  CreateRealNames1764000000013,
  KeyDeals1764000000014,
  CreateStories1764000000015,
  CreateExtras1764000000016,
  CreateSiteRotas1764000000017,
  AddViewingTours1764000000018,
  CreateCustomerMerges1764000000019,
];
