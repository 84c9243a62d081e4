"""执法记录 The append-only record of every act: chain, daily seal, verification, feed."""
