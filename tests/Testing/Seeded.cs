using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Testing;

/// <summary>The cases that a property is tried with, drawn from one seed: a run that fails fails again.</summary>
public static class Seeded
{
    public static Config Cases(int count = 100) => Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20261120UL, 11UL);
}
