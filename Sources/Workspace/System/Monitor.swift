import Glibc

/// A value that threads share, with a wait for changes of it.
final class Monitor<State>: @unchecked Sendable {
    // Unchecked: the mutex guards the state, and the pointers never change.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private var state: State

    init(_ state: State) {
        self.state = state
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
        changed = .allocate(capacity: 1)
        changed.initialize(to: pthread_cond_t())
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        changed.deallocate()
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Changes the state and wakes everybody who waits.
    func change(_ body: (inout State) -> Void) {
        pthread_mutex_lock(mutex)
        body(&state)
        pthread_mutex_unlock(mutex)
        pthread_cond_broadcast(changed)
    }

    /// Waits until the body has an answer. The body changes the state only where it gives one.
    func wait<Answer>(for body: (inout State) -> Answer?) -> Answer {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let answer = body(&state) { return answer }
            pthread_cond_wait(changed, mutex)
        }
    }
}

/// Threads that run one function and are waited for.
struct Workers {
    private final class Work: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    private var threads: [pthread_t] = []

    /// - Returns: as many threads as the system grants, perhaps none.
    init(_ count: Int, run: @escaping @Sendable () -> Void) {
        for _ in 0..<count {
            let work = Unmanaged.passRetained(Work(run))
            var thread = pthread_t()
            let code = pthread_create(
                &thread, nil,
                { context in
                    if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run() }
                    return nil
                }, work.toOpaque())
            guard code == 0 else {
                work.release()
                return
            }
            threads.append(thread)
        }
    }

    var isEmpty: Bool { threads.isEmpty }

    func join() {
        for thread in threads { pthread_join(thread, nil) }
    }
}
