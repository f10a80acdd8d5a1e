import fc from 'fast-check';

// Each run tries the same values: what passes here passes everywhere. `SUIVI_SEED=NUMBER` tries others.
fc.configureGlobal({ seed: Number(process.env.SUIVI_SEED ?? 20_211_122) });

export { fc };
