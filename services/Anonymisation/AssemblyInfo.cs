using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Ceptoar.Anonymisation.Tests")]
