using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace Ceptoar.Intake.Attachments;

/// <summary>What a scanner said of a file.</summary>
public enum ScanAnswer
{
    /// <summary>Nothing, or nothing that can be understood: it is to be asked again.</summary>
    None,
    Clean,
    Infected,

    /// <summary>It does not scan files like this one.</summary>
    Refused,
}

/// <summary>Asks ClamAV's daemon: <c>zPING</c> and <c>zINSTREAM</c> of clamd(8), one connection a question. Only its exact word for it means clean.</summary>
public sealed class Clamd(IOptions<AttachmentSettings> settings)
{
    const int LongestAnswer = 4_096;
    static readonly TimeSpan PingPatience = TimeSpan.FromSeconds(5);
    static readonly TimeSpan ScanPatience = TimeSpan.FromMinutes(2);

    /// <summary>Is there a clamd that answers?</summary>
    public async Task<bool> Answers(CancellationToken ct) => await Ask("zPING\0", null, PingPatience, ct) == "PONG";

    /// <param name="content">The file. What reading it throws is thrown here.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task<ScanAnswer> Scan(IAsyncEnumerable<ReadOnlyMemory<byte>> content, CancellationToken ct) => await Ask("zINSTREAM\0", content, ScanPatience, ct) switch
    {
        "stream: OK" => ScanAnswer.Clean,
        { Length: > 14 } answer when answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal) => ScanAnswer.Infected,
        "INSTREAM size limit exceeded. ERROR" => ScanAnswer.Refused,
        _ => ScanAnswer.None,
    };

    /// <returns>Null where there was no answer, or not the whole of one.</returns>
    async Task<string?> Ask(string command, IAsyncEnumerable<ReadOnlyMemory<byte>>? content, TimeSpan patience, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(patience);
        var where = settings.Value.Scanner!;
        using var socket = where is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(where, limited.Token);
            await Send(socket, Encoding.ASCII.GetBytes(command), limited.Token);
            if (content is not null) await SendAll(socket, content, limited.Token);
            return await Answer(socket, limited.Token);
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    static async Task SendAll(Socket socket, IAsyncEnumerable<ReadOnlyMemory<byte>> content, CancellationToken ct)
    {
        var length = new byte[4];
        await using var pieces = content.GetAsyncEnumerator(ct);
        try
        {
            while (await pieces.MoveNextAsync())
            {
                BinaryPrimitives.WriteInt32BigEndian(length, pieces.Current.Length);
                await Send(socket, length, ct);
                await Send(socket, pieces.Current, ct);
            }

            await Send(socket, new byte[4], ct);
        }
        catch (SocketException)
        {
            // it hangs up where a file is too long for it, after it has said so
        }
    }

    static async Task Send(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        while (bytes.Length > 0) bytes = bytes[await socket.SendAsync(bytes, ct)..];
    }

    static async Task<string?> Answer(Socket socket, CancellationToken ct)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length && await socket.ReceiveAsync(answer.AsMemory(length), ct) is var read and > 0)
        {
            length += read;
            if (answer[length - 1] == 0) return Encoding.UTF8.GetString(answer, 0, length - 1);
        }

        return null;
    }
}
