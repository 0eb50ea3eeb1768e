namespace Ceptoar.Hosting.Bus;

/// <summary>Marks a consumer that every instance of the service has for itself: its queue is exclusive and goes when the instance goes.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EachInstanceAttribute : Attribute;
