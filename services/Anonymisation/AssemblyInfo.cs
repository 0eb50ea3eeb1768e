using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Ceptoar.Anonymisation.Tests")]
[assembly: InternalsVisibleTo("Ceptoar.AnonymiseEval")]
