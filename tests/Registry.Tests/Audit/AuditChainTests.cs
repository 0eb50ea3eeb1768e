using Ceptoar.Registry.Audit;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Registry.Tests.Audit;

/// <summary>The chain as a function: what was sealed is good, and nothing can be done to it that is not found.</summary>
public class AuditChainTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);

    static readonly Gen<string> Texts = Gen.Elements("", "~", "1:a,", "client/c-1", "担当者", "a,b:c", "12:", "𠮷");

    static readonly Gen<AuditEntry> Entries =
        from actor in Texts
        from organisation in Gen.Elements<Guid?>(null, Guid.Empty, Guid.Parse("0b0b0b0b-0000-4000-8000-000000000001"))
        from action in Gen.Elements("signIn.failed", "client.added")
        from item in Gen.OneOf(Gen.Constant<string?>(null), Texts.Select(t => (string?)t))
        from detail in Gen.OneOf(Gen.Constant<string?>(null), Texts.Select(t => (string?)t))
        from ticks in Gen.Choose(0, int.MaxValue)
        from id in Gen.Choose(0, int.MaxValue)
        select new AuditEntry { EntryId = new(id, 0, 0, new byte[8]), Service = "registry", At = Noon.AddTicks(ticks * 10L), Actor = actor, Organisation = organisation, Action = action, Item = item, Detail = detail };

    static readonly Gen<Chain> Chains =
        from sizes in Gen.Choose(1, 4).NonEmptyListOf()
        from entries in Entries.ListOf(sizes.Sum())
        from gaps in Gen.Choose(1, 3).ListOf(sizes.Sum())
        select Sealed(sizes, entries, gaps);

    static readonly Gen<(string Kind, Func<AuditEntry, AuditEntry> Change)> Changes = Gen.Elements<(string, Func<AuditEntry, AuditEntry>)>(
        ("id", e => e with { EntryId = Guid.NewGuid() }),
        ("service", e => e with { Service = e.Service + "2" }),
        ("time", e => e with { At = e.At.AddMicroseconds(1) }),
        ("actor", e => e with { Actor = e.Actor + "x" }),
        ("organisation", e => e with { Organisation = e.Organisation is null ? Guid.Empty : null }),
        ("action", e => e with { Action = e.Action + "x" }),
        ("item", e => e with { Item = e.Item is null ? "" : null }),
        ("detail", e => e with { Detail = e.Detail is null ? "~" : null }),
        ("between fields", e => e with { Item = e.Detail, Detail = e.Item + "," }));

    [Fact]
    public void What_was_sealed_is_good() =>
        Check.One(Seeded.Cases(), Prop.ForAll(Chains.ToArbitrary(), chain => Assert.Null(chain.FirstFault())));

    [Fact]
    public void A_changed_entry_is_found_in_its_block() =>
        Check.One(Seeded.Cases(), Prop.ForAll(Chains.ToArbitrary(), Changes.ToArbitrary(), Gen.Choose(0, 999).ToArbitrary(), (chain, change, which) =>
        {
            var i = which % chain.Entries.Count;
            var fault = (chain with { Entries = [.. chain.Entries.Select((e, at) => at == i ? change.Change(e) : e)] }).FirstFault();

            Assert.Equal(new ChainFault(chain.BlockOf(chain.Entries[i]).Number, Entry: null, AuditChain.EntriesChanged), fault);
        }));

    [Fact]
    public void A_removed_entry_is_found_in_its_block() =>
        Check.One(Seeded.Cases(), Prop.ForAll(Chains.ToArbitrary(), Gen.Choose(0, 999).ToArbitrary(), (chain, which) =>
        {
            var gone = chain.Entries[which % chain.Entries.Count];

            Assert.Equal(new ChainFault(chain.BlockOf(gone).Number, Entry: null, AuditChain.EntriesMissing), (chain with { Entries = [.. chain.Entries.Where(e => e != gone)] }).FirstFault());
        }));

    [Fact]
    public void An_entry_put_in_later_is_found() =>
        Check.One(Seeded.Cases(), Prop.ForAll(Chains.ToArbitrary(), Entries.ToArbitrary(), Gen.Choose(0, 999).ToArbitrary(), (chain, entry, which) =>
        {
            var free = Enumerable.Range(1, (int)chain.Blocks[^1].LastEntry).Select(n => (long)n).Except(chain.Entries.Select(e => e.Number)).ToArray();
            if (free.Length == 0) return;

            var put = entry with { Number = free[which % free.Length] };
            var fault = (chain with { Entries = [.. chain.Entries.Append(put).OrderBy(e => e.Number)] }).FirstFault();
            Assert.True(fault is { What: AuditChain.EntriesAdded, Entry: null } || fault is { What: AuditChain.EntryUnsealed } && fault.Entry == put.Number, fault?.ToString());
        }));

    [Fact]
    public void Entries_that_change_places_are_found() =>
        Check.One(Seeded.Cases(), Prop.ForAll(Chains.ToArbitrary(), Gen.Choose(0, 999).ToArbitrary(), (chain, which) =>
        {
            if (chain.Entries.Count < 2) return;

            var i = which % (chain.Entries.Count - 1);
            var (a, b) = (chain.Entries[i], chain.Entries[i + 1]);
            var swapped = chain with { Entries = [.. chain.Entries.Select(e => e == a ? b with { Number = a.Number } : e == b ? a with { Number = b.Number } : e)] };

            if (a with { Number = 0 } != b with { Number = 0 }) Assert.Equal(AuditChain.EntriesChanged, swapped.FirstFault()?.What);
        }));

    [Fact]
    public void A_block_that_was_taken_out_moved_or_made_anew_is_found() =>
        Check.One(Seeded.Cases(), Prop.ForAll(Chains.ToArbitrary(), Gen.Choose(0, 999).ToArbitrary(), (chain, which) =>
        {
            if (chain.Blocks.Count < 2) return;

            var i = which % (chain.Blocks.Count - 1);
            var (block, next) = (chain.Blocks[i], chain.Blocks[i + 1]);
            Assert.Equal(new ChainFault(next.Number, Entry: null, AuditChain.BlockMissing), chain.With(b => b == block ? null : b).FirstFault());
            Assert.Equal(AuditChain.LinkBroken, chain.With(b => b == block ? next with { Number = block.Number } : b == next ? block with { Number = next.Number } : b).FirstFault()?.What);

            // whoever changes an entry and seals its block anew breaks the link of the next one
            var forged = chain.Of(block).Select(e => e with { Actor = e.Actor + "forged" }).ToArray();
            var resealed = AuditChain.Seal(i == 0 ? null : chain.Blocks[i - 1], forged, block.SealedAt);
            Assert.Equal(new ChainFault(next.Number, Entry: null, AuditChain.LinkBroken), (chain.With(b => b == block ? resealed : b) with
            {
                Entries = [.. chain.Entries.Select(e => forged.FirstOrDefault(f => f.Number == e.Number) ?? e)],
            }).FirstFault());
        }));

    [Fact]
    public void No_field_of_a_block_can_be_changed() =>
        Check.One(Seeded.Cases(), Prop.ForAll(Chains.ToArbitrary(), chain =>
        {
            var last = chain.Blocks[^1];
            foreach (var changed in (AuditBlock[])
            [
                last with { FirstEntry = last.FirstEntry - 1 }, last with { LastEntry = last.LastEntry + 1 }, last with { Count = last.Count + 1 },
                last with { SealedAt = last.SealedAt.AddDays(-400) }, last with { ContentHash = new byte[32] }, last with { Hash = new byte[32] },
            ])
            {
                Assert.Equal(new ChainFault(last.Number, Entry: null, AuditChain.BlockChanged), chain.With(b => b == last ? changed : b).FirstFault());
            }
        }));

    [Fact]
    public void A_block_past_retention_may_have_lost_all_its_entries_but_not_some_and_no_younger_one_may() =>
        Check.One(Seeded.Cases(), Prop.ForAll(Chains.ToArbitrary(), chain =>
        {
            var first = chain.Blocks[0];
            var lost = chain with { Entries = [.. chain.Entries.Except(chain.Of(first))] };
            Assert.Null(lost.FirstFault(retainedSince: first.SealedAt.AddTicks(1)));
            Assert.Equal(new ChainFault(1, Entry: null, AuditChain.EntriesMissing), lost.FirstFault(retainedSince: first.SealedAt));
            if (first.Count < 2) return;

            Assert.Equal(AuditChain.EntriesMissing, (chain with { Entries = [.. chain.Entries.Skip(1)] }).FirstFault(retainedSince: first.SealedAt.AddTicks(1))?.What);
        }));

    [Fact]
    public void A_clock_that_goes_back_does_not_take_the_blocks_along()
    {
        var first = AuditChain.Seal(null, [Sample with { Number = 1 }], Noon);
        Assert.Equal(Noon, AuditChain.Seal(first, [Sample with { Number = 2 }], Noon.AddDays(-1)).SealedAt);
    }

    /// <summary>The example of docs/adr/0007-audit.md: whoever follows it comes to this hash.</summary>
    [Fact]
    public void The_bytes_are_as_written_down()
    {
        var block = AuditChain.Seal(null, [Sample with { Number = 7 }], Noon);

        Assert.Equal("48029ab9e27b4a573c1868f85c061310d98178086c095789f94da3b4627b4718", Convert.ToHexStringLower(block.ContentHash));
        Assert.Equal("d3fa0a7852893b4bdac8ea1b2661dcf7c5bf1ca0ea4e6c65d9c5f012406e384d", Convert.ToHexStringLower(block.Hash));
    }

    static AuditEntry Sample => new()
    {
        EntryId = Guid.Parse("0b7d3c52-94d1-4f0e-8a4e-5a5b1c0c7f11"),
        Service = "registry",
        At = Noon.AddMicroseconds(-1),
        Actor = "担当",
        Organisation = null,
        Action = "signIn.failed",
        Item = "client/c-1",
        Detail = "",
    };

    static Chain Sealed(IEnumerable<int> sizes, IEnumerable<AuditEntry> entries, IEnumerable<int> gaps)
    {
        var number = 0L;
        var left = new Queue<AuditEntry>(entries.Zip(gaps, (e, gap) => e with { Number = number += gap }).ToArray());
        var chain = new Chain([], [.. left]);
        foreach (var size in sizes)
        {
            var own = Enumerable.Range(0, size).Select(_ => left.Dequeue()).ToArray();
            chain.Blocks.Add(AuditChain.Seal(chain.Blocks.LastOrDefault(), own, Noon.AddSeconds(chain.Blocks.Count)));
        }

        return chain;
    }

    sealed record Chain(List<AuditBlock> Blocks, List<AuditEntry> Entries)
    {
        public AuditBlock BlockOf(AuditEntry entry) => Blocks.First(b => entry.Number <= b.LastEntry);

        public IEnumerable<AuditEntry> Of(AuditBlock block) => Entries.Where(e => BlockOf(e) == block);

        public Chain With(Func<AuditBlock, AuditBlock?> change) => this with { Blocks = [.. Blocks.Select(change).OfType<AuditBlock>()] };

        public ChainFault? FirstFault(DateTimeOffset? retainedSince = null)
        {
            AuditBlock? previous = null;
            foreach (var block in Blocks)
            {
                var own = Entries.Where(e => e.Number > (previous?.LastEntry ?? 0) && e.Number <= block.LastEntry).ToArray();
                if (AuditChain.Check(previous, block, own, retainedSince ?? DateTimeOffset.MinValue) is { } fault) return fault;
                previous = block;
            }

            return null;
        }
    }
}
