using Ceptoar.Directory;

namespace Ceptoar.Distribution.Push;

/// <summary>What is hinted by itself, in this order: what is urgent; everything live; what is of drills. Of the first the second has its own rows, too.</summary>
public enum PushLane
{
    Urgent,
    Live,
    Drill,
}

/// <summary>The mailboxes whose clients are connected to this instance, each with the number it hinted last.</summary>
public sealed class ConnectedMailboxes
{
    readonly Dictionary<Guid, Box> boxes = [];

    /// <summary>Adds a connection; hints go on from where the mailbox stands, unless another connection had it already.</summary>
    public void Add(Mailbox mailbox, string connection, long last)
    {
        lock (boxes)
        {
            if (!boxes.TryGetValue(mailbox.Id, out var box)) boxes[mailbox.Id] = box = new() { Mailbox = mailbox, Last = [last, last, last] };
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

    /// <summary>The connections of a mailbox.</summary>
    public string[] Of(Guid mailbox)
    {
        lock (boxes) return boxes.TryGetValue(mailbox, out var box) ? [.. box.Connections] : [];
    }

    /// <summary>The mailbox, with the organisation by which it is connected; null where it is not.</summary>
    public Mailbox? Find(Guid mailbox)
    {
        lock (boxes) return boxes.GetValueOrDefault(mailbox)?.Mailbox;
    }

    /// <summary>Every connected mailbox with the number up to which everything of a lane was hinted.</summary>
    public (Mailbox[] Mailboxes, long[] Last) Hinted(PushLane lane)
    {
        lock (boxes) return ([.. boxes.Values.Select(b => b.Mailbox)], [.. boxes.Values.Select(b => b.Last[(int)lane])]);
    }

    /// <summary>Notes that everything of a lane up to a hint was hinted; the connections to send it to, none where it went ahead of the others before.</summary>
    public string[] Hint(Guid mailbox, long sequence, bool urgent, PushLane lane)
    {
        lock (boxes)
        {
            if (!boxes.TryGetValue(mailbox, out var box) || sequence <= box.Last[(int)lane]) return [];

            box.Last[(int)lane] = sequence;
            if (lane != PushLane.Live || !urgent) return [.. box.Connections];
            if (sequence <= box.Last[(int)PushLane.Urgent]) return [];

            box.Last[(int)PushLane.Urgent] = sequence;
            return [.. box.Connections];
        }
    }

    sealed class Box
    {
        public required Mailbox Mailbox { get; init; }
        public HashSet<string> Connections { get; } = [];

        /// <summary>By lane.</summary>
        public required long[] Last { get; init; }
    }
}
