import fc from "fast-check";

// The same cases in every run: a red build must be red for a reason. FC_SEED=... tries others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 1) });
