import { testKills } from './kills.ts';

await testKills(Number(process.env.STEMMA_KILLS ?? 300));
