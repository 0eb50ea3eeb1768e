using Ceptoar.Directory;

namespace Ceptoar.Distribution.Push;

/// <summary>The mailboxes whose clients are connected to this instance, each with the number it hinted last.</summary>
public sealed class ConnectedMailboxes
{
    readonly Dictionary<Guid, Box> boxes = [];

    /// <summary>Adds a connection; hints go on from where the mailbox stands, unless another connection had it already.</summary>
    public void Add(Mailbox mailbox, string connection, long last)
    {
        lock (boxes)
        {
            if (!boxes.TryGetValue(mailbox.Id, out var box)) boxes[mailbox.Id] = box = new() { Mailbox = mailbox, Last = last };
            box.Connections.Add(connection);
        }
    }

    public void Remove(Mailbox mailbox, string connection)
    {
        lock (boxes)
        {
            if (boxes.TryGetValue(mailbox.Id, out var box) && box.Connections.Remove(connection) && box.Connections.Count == 0) boxes.Remove(mailbox.Id);
        }
    }

    /// <summary>Every connected mailbox with the number it hinted last.</summary>
    public (Mailbox[] Mailboxes, long[] Last) Hinted()
    {
        lock (boxes) return ([.. boxes.Values.Select(b => b.Mailbox)], [.. boxes.Values.Select(b => b.Last)]);
    }

    /// <summary>Notes that everything up to <paramref name="sequence"/> was hinted; the connections to send to.</summary>
    public string[] Hint(Guid mailbox, long sequence)
    {
        lock (boxes)
        {
            if (!boxes.TryGetValue(mailbox, out var box) || box.Last >= sequence) return [];

            box.Last = sequence;
            return [.. box.Connections];
        }
    }

    sealed class Box
    {
        public required Mailbox Mailbox { get; init; }
        public HashSet<string> Connections { get; } = [];
        public long Last { get; set; }
    }
}
