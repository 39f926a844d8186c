import { testFuzz } from './fuzz.ts';

testFuzz(Number(process.env.STEMMA_MINUTES ?? 20));
