using System.Collections.Concurrent;
using MassTransit;

namespace Ceptoar.Testing;

/// <summary>
/// What went over the bus of the service under test. A receipt counts when the whole receive pipeline is through, so that the
/// consumer's transaction is committed.
/// </summary>
sealed class BusTraffic : IPublishObserver, IReceiveObserver, IConsumeObserver
{
    readonly ConcurrentQueue<object> published = new();
    readonly ConcurrentDictionary<Guid, Waiting> waiting = new();

    public IEnumerable<T> Published<T>() => published.OfType<T>();

    /// <summary>Ends when so many queues are done with the message, or throws what one of its consumers threw.</summary>
    public Task WaitForReceipts(Guid messageId, int queues) => (waiting[messageId] = new(queues)).Done.Task;

    public Task PostPublish<T>(PublishContext<T> context) where T : class
    {
        published.Enqueue(context.Message);
        return Task.CompletedTask;
    }

    public Task PostReceive(ReceiveContext context)
    {
        if (Waits(context) is { } wait) wait.Received();
        return Task.CompletedTask;
    }

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Failed(Waits(context), exception);

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception) where T : class =>
        Failed(Waits(context.ReceiveContext), exception);

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception) where T : class => Failed(Waits(context.ReceiveContext), exception);

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;
    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType) where T : class => Task.CompletedTask;
    public Task PreConsume<T>(ConsumeContext<T> context) where T : class => Task.CompletedTask;
    public Task PostConsume<T>(ConsumeContext<T> context) where T : class => Task.CompletedTask;
    public Task PrePublish<T>(PublishContext<T> context) where T : class => Task.CompletedTask;
    public Task PublishFault<T>(PublishContext<T> context, Exception exception) where T : class => Task.CompletedTask;

    Waiting? Waits(ReceiveContext context) => context.GetMessageId() is { } id && waiting.TryGetValue(id, out var wait) ? wait : null;

    static Task Failed(Waiting? wait, Exception exception)
    {
        wait?.Failed(exception);
        return Task.CompletedTask;
    }

    sealed class Waiting(int queues)
    {
        int left = queues;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Received()
        {
            if (Interlocked.Decrement(ref left) == 0) Done.TrySetResult();
        }

        public void Failed(Exception exception) => Done.TrySetException(exception);
    }
}
